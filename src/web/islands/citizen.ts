// What script adds at the citizen door: pictures made smaller before they are sent. Every page works without it.
import { enhanceForms } from './forms.ts';

enhanceForms(document);
